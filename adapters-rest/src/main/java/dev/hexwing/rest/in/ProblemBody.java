package dev.hexwing.rest.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexwing.domain.shared.CorrelationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it is sent; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    String correlationId,
    List<FieldError> errors,
    @Nullable String paymentId,
    @Nullable String declineCode,
    @Nullable Outcome outcome,
    @Nullable Retry retry) {

  static ProblemBody of(Problem problem, CorrelationId correlationId) {
    var payment = problem.payment();
    return new ProblemBody(
        Paths.problem(problem.code()),
        ProblemCodes.title(problem.code()),
        problem.status(),
        problem.detail(),
        payment == null ? null : Paths.payment(payment),
        problem.code(),
        correlationId.value(),
        problem.errors(),
        payment == null ? null : payment.toString(),
        problem.declineCode(),
        problem.outcome(),
        problem.retry());
  }
}
