package dev.hexwing.application.testkit.crash;

/** When a customer asks again after something went wrong. */
enum Patience {
  /** After recovery has done its work. */
  WAITS,
  /** Before recovery has. */
  ASKS_AT_ONCE
}
