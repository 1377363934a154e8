/** In-memory adapters and contract suites for every driven port, for tests of users' own code. */
@NullMarked
package dev.hexwing.application.testkit;

import org.jspecify.annotations.NullMarked;
