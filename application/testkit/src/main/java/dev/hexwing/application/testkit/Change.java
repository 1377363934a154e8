package dev.hexwing.application.testkit;

/** A write, made on the tables as they are when it is their turn. */
@FunctionalInterface
interface Change {

  /** Makes the change, or throws a write conflict. */
  void applyTo(Tables tables);
}
