package dev.hexwing.application;

import dev.hexwing.application.delivery.ClearMaintenance;
import dev.hexwing.application.delivery.CompleteDelivery;
import dev.hexwing.application.delivery.FailDelivery;
import dev.hexwing.application.delivery.FindDelivery;
import dev.hexwing.application.delivery.FindDrone;
import dev.hexwing.application.delivery.GroundDrone;
import dev.hexwing.application.delivery.ListDrones;
import dev.hexwing.application.delivery.RegisterDrone;
import dev.hexwing.application.delivery.ReportBattery;
import dev.hexwing.application.delivery.ReturnDrone;
import dev.hexwing.application.journey.RecordSeen;
import dev.hexwing.application.journey.ShowJourneys;
import dev.hexwing.application.ordering.CancelOrder;
import dev.hexwing.application.ordering.FindOrder;
import dev.hexwing.application.ordering.ListOrders;
import dev.hexwing.application.ordering.ListProducts;
import dev.hexwing.application.ordering.PlaceOrder;
import dev.hexwing.application.payments.AskAgain;
import dev.hexwing.application.payments.FindPayment;
import dev.hexwing.application.payments.ListPayments;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.application.payments.ReceiveProcessorNotice;
import dev.hexwing.application.payments.RefundPayment;
import dev.hexwing.application.payments.ShowAttention;
import dev.hexwing.application.payments.ShowPaymentHistory;

/** Every driving port of the application: what a front calls, and all that it needs. */
public record UseCases(
    PlaceOrder placeOrder,
    CancelOrder cancelOrder,
    FindOrder findOrder,
    ListOrders listOrders,
    ListProducts listProducts,
    PayForOrder payForOrder,
    RefundPayment refundPayment,
    FindPayment findPayment,
    ListPayments listPayments,
    ShowPaymentHistory showPaymentHistory,
    ReceiveProcessorNotice receiveProcessorNotice,
    ShowAttention showAttention,
    AskAgain askAgain,
    RegisterDrone registerDrone,
    ReportBattery reportBattery,
    ClearMaintenance clearMaintenance,
    GroundDrone groundDrone,
    ReturnDrone returnDrone,
    FindDrone findDrone,
    ListDrones listDrones,
    FindDelivery findDelivery,
    CompleteDelivery completeDelivery,
    FailDelivery failDelivery,
    RecordSeen recordSeen,
    ShowJourneys showJourneys,
    ShowDashboard showDashboard) {}
