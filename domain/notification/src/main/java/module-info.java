/** Notification: subscribers and the messages to them, for whoever has something to tell. */
module dev.hexwing.domain.notification {
  requires transitive dev.hexwing.domain;

  exports dev.hexwing.domain.notification;
}
