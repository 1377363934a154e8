package dev.hexwing.domain.shared;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * Text or figures from outside that do not make a value of the domain.
 *
 * @param code stable name of the rule that was broken, such as {@code money.unknown-currency}
 * @param name the field or value at fault
 * @param reason what is wrong, for a person; never repeats card numbers or other secrets
 */
public record InvalidValue(String code, String name, String reason) implements DomainError {

  /** Refuses absent parts. */
  public InvalidValue {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }

  @Override
  public String message() {
    return name + " " + reason;
  }

  @Override
  public Option<String> field() {
    return Option.of(name);
  }
}
