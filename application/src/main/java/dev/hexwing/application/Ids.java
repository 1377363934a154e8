package dev.hexwing.application;

import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where new names come from: each call hands out one that was never handed out before. */
@SecondaryPort
public interface Ids {

  /** A new name; names handed out later compare greater, as far as clocks allow (RFC 9562). */
  UUID next();
}
