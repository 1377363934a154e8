package dev.hexwing.rest.in;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why something is done, in somebody's words. */
record ReasonRequest(
    @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        @Nullable String reason) {

  /**
   * The words.
   *
   * @throws RequestRefused if they are none, or too many
   */
  String checked() {
    Fields.check(this).refuseIfAny();
    return Objects.requireNonNull(reason);
  }
}
