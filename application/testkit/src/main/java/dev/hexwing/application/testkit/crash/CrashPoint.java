package dev.hexwing.application.testkit.crash;

/**
 * One step of a use case and what goes wrong there.
 *
 * @param step the number of the step, from 1
 * @param fault what goes wrong
 */
public record CrashPoint(int step, Fault fault) {}
