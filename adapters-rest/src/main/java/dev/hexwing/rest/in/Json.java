package dev.hexwing.rest.in;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads JSON strictly and writes it in one fixed order of members. */
final class Json {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_NAME = 200;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            // Two readers of one document must not see two different amounts.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .withCoercionConfig(
            LogicalType.Textual,
            coercion ->
                coercion
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads a document.
   *
   * @throws RequestRefused if it is no JSON object of that type; tells where, and repeats nothing
   *     of it, because it may hold what must not be repeated
   */
  static <T> T read(byte[] document, Class<T> type) {
    String text = utf8(document);
    T value;
    try {
      value = MAPPER.readValue(text, type);
    } catch (MismatchedInputException e) {
      throw wrongType(e, e.getTargetType());
    } catch (InputCoercionException e) {
      throw wrongType(e, e.getTargetType());
    } catch (JacksonException e) {
      throw malformed("the body is not well-formed JSON" + position(e));
    }
    if (value == null) {
      throw malformed("the body must be a JSON object, not null");
    }
    return value;
  }

  private static String utf8(byte[] document) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("the body is not UTF-8");
    }
  }

  private static RequestRefused wrongType(JacksonException e, @Nullable Class<?> wanted) {
    String field = field(e);
    if (field.isEmpty()) {
      return malformed("the body must be a JSON object" + position(e));
    }
    return new RequestRefused(
        Problem.of(400, ProblemCodes.INVALID, "the request is not valid")
            .withError(field, "must be " + name(wanted)));
  }

  private static RequestRefused malformed(String detail) {
    return new RequestRefused(Problem.of(400, ProblemCodes.MALFORMED, detail));
  }

  private static String position(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private static String field(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String property = step.getPropertyName();
      if (property == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(property);
      }
    }
    return path.toString();
  }

  private static String name(@Nullable Class<?> wanted) {
    if (wanted == Integer.class || wanted == Long.class) {
      return "a whole number in range";
    }
    if (wanted == Double.class) {
      return "a number";
    }
    if (wanted == String.class) {
      return "a string";
    }
    return wanted != null && Iterable.class.isAssignableFrom(wanted) ? "an array" : "an object";
  }
}
