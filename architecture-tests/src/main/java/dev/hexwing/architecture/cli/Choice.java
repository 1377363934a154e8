package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.diagram.View;
import dev.hexwing.architecture.report.ReportFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of several words, told in small letters. */
abstract class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

  private final List<E> values;

  private Choice(E[] values) {
    this.values = List.copyOf(Arrays.asList(values));
  }

  @Override
  public E convert(String value) {
    return values.stream()
        .filter(one -> word(one).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of " + String.join(", ", words()) + ", but is '" + value + "'"));
  }

  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  private List<String> words() {
    return values.stream().map(Choice::word).toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static final class OfReport extends Choice<ReportFormat> {
    OfReport() {
      super(ReportFormat.values());
    }
  }

  static final class OfSeverity extends Choice<Severity> {
    OfSeverity() {
      super(Severity.values());
    }
  }

  static final class OfDiagram extends Choice<DiagramFormat> {
    OfDiagram() {
      super(DiagramFormat.values());
    }
  }

  static final class OfView extends Choice<View> {
    OfView() {
      super(View.values());
    }
  }

  static final class OfList extends Choice<ListFormat> {
    OfList() {
      super(ListFormat.values());
    }
  }

  static final class OfCatalogue extends Choice<CatalogueFormat> {
    OfCatalogue() {
      super(CatalogueFormat.values());
    }
  }
}
