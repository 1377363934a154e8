package dev.hexwing.application.idempotency;

/**
 * A receipt, and whether it is told for the first time.
 *
 * @param receipt what came of the intent
 * @param replayed whether it had been told, or at least recorded, before this request
 */
public record Answered<R extends Receipt>(R receipt, boolean replayed) {}
