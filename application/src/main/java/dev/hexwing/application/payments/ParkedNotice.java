package dev.hexwing.application.payments;

import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.UUID;

/** A notice about a payment that we do not know, as it is set aside, and read again. */
final class ParkedNotice {

  private static final String NAME = "notice/";
  private static final int PARTS = 3;

  private ParkedNotice() {}

  static Undelivered write(String consumer, ProcessorNotice notice) {
    return new Undelivered(
        consumer,
        NAME + notice.noticeId(),
        Option.none(),
        notice.kind() + " " + notice.paymentId() + " " + notice.reference().value(),
        Option.some(notice.correlationId()),
        "there is no payment " + notice.paymentId(),
        1);
  }

  /** None if it is no such notice, or one of another release. */
  static Option<ProcessorNotice> read(Undelivered message) {
    String[] parts = message.payload().split(" ", PARTS);
    if (parts.length < PARTS || !message.name().startsWith(NAME)) {
      return Option.none();
    }
    return message
        .correlationId()
        .flatMap(
            correlationId ->
                Try.of(
                        () ->
                            new ProcessorNotice(
                                message.name().substring(NAME.length()),
                                new PaymentId(UUID.fromString(parts[1])),
                                ProcessorNotice.Kind.valueOf(parts[0]),
                                new ProcessorReference(parts[2]),
                                correlationId))
                    .toOption());
  }
}
