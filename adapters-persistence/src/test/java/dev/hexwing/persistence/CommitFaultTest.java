package dev.hexwing.persistence;

import dev.hexwing.persistence.FaultyDataSource.Fault;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** No commit that breaks, and no commit that breaks unnoticed, moves money twice or loses it. */
class CommitFaultTest {

  private static final List<Fault> IN_PROCESS = List.of(Fault.BEFORE_COMMIT, Fault.AFTER_COMMIT);

  @Nested
  class On_H2 extends CommitFaultContracts {

    @Override
    TestDatabase connect() {
      return TestH2.inMemory();
    }

    @Override
    List<Fault> faults() {
      return IN_PROCESS;
    }

    @Override
    RealNode start(TestDatabase over) {
      return RealNode.over(over);
    }
  }

  @Nested
  class On_PostgreSQL extends CommitFaultContracts {

    @Override
    TestDatabase connect() {
      return TestPostgres.database("commits");
    }

    @Override
    List<Fault> faults() {
      return IN_PROCESS;
    }

    @Override
    RealNode start(TestDatabase over) {
      return RealNode.over(over);
    }
  }

  /** The writes and the commit are one message, which the network cuts or whose answer it loses. */
  @Nested
  class On_the_wire_to_PostgreSQL extends CommitFaultContracts {

    @Override
    TestDatabase connect() {
      return TestPostgres.database("wire");
    }

    @Override
    List<Fault> faults() {
      return List.of(Fault.REQUEST_CUT, Fault.ANSWER_LOST);
    }

    @Override
    RealNode start(TestDatabase over) {
      return RealNode.throughAGate(over);
    }
  }
}
