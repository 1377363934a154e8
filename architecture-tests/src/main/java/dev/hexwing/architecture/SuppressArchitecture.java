package dev.hexwing.architecture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts what rules find in a class, for a reason.
 *
 * <p>It is recognised by its name alone: a project that does not want to depend on these rules
 * copies it into a package of its own. One that no longer accepts anything is reported.
 *
 * <pre>{@code
 * @SuppressArchitecture(rule = "DDD-01", reason = "loaded together since 2012, split in autumn")
 * }</pre>
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface SuppressArchitecture {

  /** The ids of the rules. */
  String[] rule();

  /** Why; required. */
  String reason();
}
