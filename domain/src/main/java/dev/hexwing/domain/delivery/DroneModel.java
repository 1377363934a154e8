package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What the maker calls the drone: {@code Heron 2}.
 *
 * @param name 1 to 60 characters, not blank, none of them a control
 */
@ValueObject
public record DroneModel(String name) {

  /** Refuses other text with {@link IllegalArgumentException}. */
  public DroneModel {
    Objects.requireNonNull(name, "name");
    if (!OneLine.fits(name, 60)) {
      throw new IllegalArgumentException(
          "model must have 1 to 60 characters, none of them a control");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
