package dev.hexwing.examples.droneshop;

import java.util.Locale;

/** Every setting of the shop: an environment variable, its default, and what it means. */
public enum Setting {
  /** Where to listen. */
  HEXWING_HOST("127.0.0.1", "address to listen on; 0.0.0.0 opens the shop to the network"),
  /** Where to listen. */
  HEXWING_PORT("8080", "port to listen on; 0 picks a free one and prints it"),
  /** Where data lies. */
  HEXWING_DATA(
      "examples/drone-shop/data", "folder of the embedded database and of the sandbox's ledger"),
  /** Which database. */
  HEXWING_JDBC_URL("", "database to use instead of the embedded one: jdbc:postgresql://..."),
  /** Who logs in. */
  HEXWING_JDBC_USER("", "who logs in to that database"),
  /** Never printed. */
  HEXWING_JDBC_PASSWORD("", "its password"),
  /** How many connections. */
  HEXWING_JDBC_CONNECTIONS("10", "most database connections at a time, 1 to 200"),
  /** Whether nodes tell each other. */
  HEXWING_OUTBOX_HINTS(
      "on", "whether nodes on one PostgreSQL tell each other of new events: on or off"),
  /** Which processor. */
  HEXWING_PROCESSOR_URL("", "payment processor to use instead of the sandbox: https://..."),
  /** Never printed. */
  HEXWING_PROCESSOR_KEY("", "API key of that processor; the sandbox has one of its own"),
  /** How long a connection may take. */
  HEXWING_PROCESSOR_CONNECT_TIMEOUT("1s", "longest time to connect to the processor"),
  /** How long an answer may take. */
  HEXWING_PROCESSOR_TIMEOUT("8s", "longest time for one call to the processor"),
  /** How long a look-up may miss what was done. */
  HEXWING_PROCESSOR_SETTLING(
      "", "how long after a request a look-up may miss it; 60s, and 1s with the sandbox"),
  /** How long an intent is its owner's. */
  HEXWING_LEASE(
      "", "how long a payment is its node's: 20s, or twice HEXWING_PROCESSOR_TIMEOUT and 4s"),
  /** How long an answer is told again. */
  HEXWING_KEY_LIFETIME(
      "24h", "how long an answer is told again under its Idempotency-Key; at least 24h"),
  /** Where the sandbox listens. */
  HEXWING_SANDBOX_PORT("8090", "port of the sandbox processor; 0 picks a free one"),
  /** Never printed. */
  HEXWING_WEBHOOK_SECRET("", "what the processor signs its notices with; made up for the sandbox"),
  /** Which broker. */
  HEXWING_BROKER(
      "in-process", "what carries events to the policies: in-process, kafka or rabbitmq"),
  /** Where Kafka is. */
  HEXWING_KAFKA_BOOTSTRAP("", "where Kafka is: host:port, several with commas between"),
  /** What Kafka's names begin with. */
  HEXWING_KAFKA_PREFIX("hexwing", "what the names of topics and consumer groups begin with"),
  /** How Kafka is spoken to. */
  HEXWING_KAFKA_SECURITY_PROTOCOL(
      "PLAINTEXT", "how Kafka is spoken to: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL"),
  /** How to log in to Kafka. */
  HEXWING_KAFKA_SASL_MECHANISM("", "how to log in to Kafka: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"),
  /** Who logs in to Kafka. */
  HEXWING_KAFKA_USER("", "who logs in to Kafka"),
  /** Never printed. */
  HEXWING_KAFKA_PASSWORD("", "its password"),
  /** Whom to trust. */
  HEXWING_KAFKA_TRUSTSTORE(
      "", "file of certificates that Kafka is known by (PKCS12, JKS or .pem); Java's own if unset"),
  /** Never printed. */
  HEXWING_KAFKA_TRUSTSTORE_PASSWORD("", "what opens that file"),
  /** Where RabbitMQ is. */
  HEXWING_RABBITMQ_ADDRESSES("", "where RabbitMQ is: host:port, several with commas between"),
  /** Which of its virtual hosts. */
  HEXWING_RABBITMQ_VIRTUAL_HOST("/", "which of RabbitMQ's virtual hosts"),
  /** Who logs in to RabbitMQ. */
  HEXWING_RABBITMQ_USER("", "who logs in to RabbitMQ"),
  /** Never printed. */
  HEXWING_RABBITMQ_PASSWORD("", "its password"),
  /** Whether the line is encrypted. */
  HEXWING_RABBITMQ_TLS("off", "on: RabbitMQ over TLS, known by the certificates that Java trusts"),
  /** What RabbitMQ's names begin with. */
  HEXWING_RABBITMQ_PREFIX("hexwing", "what the names of exchange and queues begin with"),
  /** What is sold. */
  HEXWING_CATALOGUE("", "file of products to sell; the shop has some of its own"),
  /** What the page says. */
  HEXWING_TITLE("Hexwing", "what the web page calls the shop"),
  /** How logs look. */
  HEXWING_LOG("plain", "form of log lines: plain or json"),
  /** How much is logged. */
  HEXWING_LOG_LEVEL("info", "least level of log lines: error, warn, info or debug");

  private final String standard;
  private final String meaning;

  Setting(String standard, String meaning) {
    this.standard = standard;
    this.meaning = meaning;
  }

  /** What holds if nothing is set; empty if there is nothing to hold. */
  public String standard() {
    return standard;
  }

  /** What it means, for a person. */
  public String meaning() {
    return meaning;
  }

  /** All settings, one a line. */
  public static String table() {
    StringBuilder table = new StringBuilder();
    for (Setting setting : values()) {
      String standard = setting.standard.isEmpty() ? "" : " (" + setting.standard + ")";
      table.append(
          String.format(Locale.ROOT, "  %-34s %s%s%n", setting.name(), setting.meaning, standard));
    }
    return table.toString();
  }
}
