package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with one request, to tell it all at once. */
final class Fields {

  private static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          // Messages hold no expressions, so no expression language is needed or wanted; and they
          // read the same whatever the machine's locale.
          .messageInterpolator(
              new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
          .buildValidatorFactory()
          .getValidator();

  private final List<FieldError> errors = new ArrayList<>();
  private final List<InvalidValue> invalid = new ArrayList<>();

  /** Checks a request's annotations. */
  static Fields check(Object request) {
    Fields fields = new Fields();
    VALIDATOR.validate(request).stream()
        .map(Fields::error)
        .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
        .forEach(fields.errors::add);
    return fields;
  }

  private static FieldError error(ConstraintViolation<Object> violation) {
    String path = violation.getPropertyPath().toString();
    return new FieldError(path.replace(".<list element>", ""), violation.getMessage());
  }

  /** Notes that a field is wrong. */
  void refuse(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** Reads a field by a rule of the domain; none if it is absent or the rule says no. */
  <V> Option<V> read(
      String field, @Nullable String text, Function<String, Either<InvalidValue, V>> rule) {
    if (text == null) {
      return Option.none();
    }
    return rule.apply(text)
        .peekLeft(
            value -> {
              invalid.add(value);
              errors.add(new FieldError(field, value.reason()));
            })
        .toOption();
  }

  /**
   * Goes on only if nothing was wrong.
   *
   * @throws RequestRefused with every error; with the domain's own code if there is but one
   */
  void refuseIfAny() {
    if (errors.isEmpty()) {
      return;
    }
    boolean onlyOne = errors.size() == 1 && invalid.size() == 1;
    Problem problem =
        onlyOne
            ? Problem.of(400, invalid.getFirst().code(), invalid.getFirst().message())
            : Problem.of(400, ProblemCodes.INVALID, "the request is not valid");
    throw new RequestRefused(problem.withErrors(errors));
  }
}
