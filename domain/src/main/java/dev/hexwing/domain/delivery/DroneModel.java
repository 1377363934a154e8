package dev.hexwing.domain.delivery;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What the maker calls the drone: {@code Heron 2}.
 *
 * @param name 1 to 60 characters, not blank
 */
@ValueObject
public record DroneModel(String name) {

  /** Refuses blank or long text with {@link IllegalArgumentException}. */
  public DroneModel {
    Objects.requireNonNull(name, "name");
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("model must have 1 to 60 characters");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
