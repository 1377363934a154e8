package dev.hexwing.architecture.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which packages {@link ArchitectureRules} checks, and against which layout. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ArchitectureOf {

  /** The packages; whatever of them lies on the class path is checked, tests left out. */
  String[] packages();

  /** The layout file: a resource of the class path, or a file below the working directory. */
  String layout() default "architecture.yaml";
}
