/** Access: API keys and refresh tokens, for whoever has callers, whether or not drones fly. */
module dev.hexwing.domain.access {
  requires transitive dev.hexwing.domain;

  exports dev.hexwing.domain.access;
}
