package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.hexwing.architecture.classfile.ClassFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Has ArchUnit run a rule: on the class files that its classes came from. */
final class ForArchUnit {

  private ForArchUnit() {}

  static ArchRule of(Rule rule) {
    AbstractClassesTransformer<Verdict> judged =
        new AbstractClassesTransformer<>("classes") {
          @Override
          public Iterable<Verdict> doTransform(JavaClasses classes) {
            Verdict verdict = rule.judge(new CodeBase(contents(classes), rule.layout()));
            boolean vacuous = verdict.judged() == 0 || verdict.targets() == 0;
            return vacuous && verdict.findings().isEmpty() ? List.of() : List.of(verdict);
          }
        };
    ArchCondition<Verdict> condition =
        new ArchCondition<>("hold") {
          @Override
          public void check(Verdict verdict, ConditionEvents events) {
            for (Finding one : verdict.findings()) {
              events.add(SimpleConditionEvent.violated(one, text(one)));
            }
          }
        };
    return ArchRuleDefinition.all(judged)
        .should(condition)
        .allowEmptyShould(rule.allowsEmpty())
        .as(rule.getDescription());
  }

  /** A finding in ArchUnit's manner, with a place that development environments can follow. */
  static String text(Finding one) {
    String file = one.place().file();
    String name = file.substring(file.lastIndexOf('/') + 1);
    String times = one.count() == 1 ? "" : " (" + one.count() + " times)";
    String target =
        one.target().isEmpty() || one.message().contains(one.target()) ? "" : one.target() + " ";
    String said = target + one.message() + times;
    return one.origin() + ": " + said + " in (" + name + ":" + one.place().line() + ")";
  }

  private static ClassFiles.Contents contents(JavaClasses classes) {
    List<byte[]> files = new ArrayList<>();
    for (JavaClass one : classes) {
      one.getSource().map(source -> bytes(source.getUri())).ifPresent(files::add);
    }
    return ClassFiles.readAll(files);
  }

  private static byte[] bytes(URI uri) {
    try (InputStream in = uri.toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(uri + " cannot be read: " + e.getMessage(), e);
    }
  }
}
