package io.changbai.journey.internal;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.documents.Documents;
import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.transactions.TransactionEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings to paper what was done. The paper a transaction is about is the document, or the receipt of a service without
 * one; its steps are on disk before its first byte. Nothing is ever printed twice: what is unknown is asked of the person
 * who stands there.
 */
final class Printing {

    private static final PrintResult LATE = new PrintResult.Unknown(PrintResult.Reason.NO_ANSWER, 0);

    private final VisitMachine machine;
    private final Printers printers;
    private final Documents documents;
    private final Steps steps;

    Printing(VisitMachine machine, Printers printers, Documents documents, Steps steps) {
        this.machine = machine;
        this.printers = printers;
        this.documents = documents;
        this.steps = steps;
    }

    void register() {
        machine.on(VisitState.PRINTING_DOCUMENT, this::printDocument);
        machine.on(VisitState.PRINTING_RECEIPT, this::printReceipt);
        machine.on(VisitState.PRINTING_SLIP, this::printSlip);
    }

    private void printDocument() {
        Visit visit = machine.visit();
        if (!visit.expectsDocument()) {
            machine.fire(VisitEvent.NO_DOCUMENT);
            return;
        }
        Optional<Pages> pages = visit.done.document();
        Optional<DocumentPrinter> printer = printers.document();
        if (pages.isEmpty() || printer.isEmpty() || !steps.take(visit, TransactionEvent.PRINT)) {
            notPrinted("problem.not-printed");
            return;
        }
        PrintJob job = new PrintJob(visit.token, visit.transaction.id());
        await(
                printer.get().print(job, pages.get().pdf(), pages.get().count()),
                pages.get().count(),
                result -> documentEnded(visit, result));
    }

    private void documentEnded(Visit visit, PrintResult result) {
        result.match(
                printed -> {
                    visit.documentPrinted = true;
                    steps.take(visit, TransactionEvent.PRINTED);
                    machine.fire(VisitEvent.PRINTED);
                    return null;
                },
                not -> {
                    steps.take(visit, TransactionEvent.NOT_PRINTED);
                    notPrinted("problem.not-printed");
                    return null;
                },
                unknown -> {
                    steps.take(visit, TransactionEvent.PRINT_SILENT);
                    machine.fire(VisitEvent.PAPER_UNKNOWN);
                    return null;
                });
    }

    /** It exists at the platform under its number; the number goes on paper if the receipt printer works. */
    private void notPrinted(String problem) {
        Visit visit = machine.visit();
        steps.close(visit);
        visit.problem = problem;
        visit.slip = visit.done.receipt();
        machine.fire(VisitEvent.NOT_PRINTED);
    }

    private void printReceipt() {
        Visit visit = machine.visit();
        Optional<ReceiptPrinter> printer = printers.receipt();
        boolean isThePaper = !visit.expectsDocument();
        boolean first = !visit.receiptTried;
        visit.receiptTried = true;
        if (!first || printer.isEmpty() || (isThePaper && !steps.take(visit, TransactionEvent.PRINT))) {
            machine.fire(VisitEvent.RECEIPT_ENDED);
            return;
        }
        print(printer.get(), visit.done.receipt(), result -> receiptEnded(visit, isThePaper, result));
    }

    private void receiptEnded(Visit visit, boolean isThePaper, PrintResult result) {
        visit.receiptPrinted = result instanceof PrintResult.Printed;
        VisitEvent event = VisitEvent.RECEIPT_ENDED;
        if (isThePaper) {
            steps.take(visit, step(result));
            event = result instanceof PrintResult.Unknown ? VisitEvent.PAPER_UNKNOWN : event;
        }
        machine.fire(event);
    }

    private static TransactionEvent step(PrintResult result) {
        return result.match(
                printed -> TransactionEvent.PRINTED,
                not -> TransactionEvent.NOT_PRINTED,
                unknown -> TransactionEvent.PRINT_SILENT);
    }

    /** The number of a case that did not end well. Whether it comes out changes nothing: the screen says the same. */
    private void printSlip() {
        Visit visit = machine.visit();
        Optional<ReceiptPrinter> printer = printers.receipt();
        if (visit.receiptTried || visit.slip == null || printer.isEmpty()) {
            machine.fire(VisitEvent.RECEIPT_ENDED);
            return;
        }
        visit.receiptTried = true;
        print(printer.get(), visit.slip, result -> machine.fire(VisitEvent.RECEIPT_ENDED));
    }

    private void print(ReceiptPrinter printer, Receipt receipt, Consumer<PrintResult> ended) {
        PrintJob job = new PrintJob(machine.visit().token, jobId() + "-r");
        await(printer.print(job, ReceiptParts.of(documents.receipt(receipt, printer.columns()))), 1, ended);
    }

    /** A slip about a submission nobody knows has no transaction of this visit; its case number is the transaction's id. */
    private String jobId() {
        Visit visit = machine.visit();
        return visit.transaction == null ? visit.caseNumber : visit.transaction.id();
    }

    private void await(DeviceCommand<PrintResult> command, int pages, Consumer<PrintResult> ended) {
        machine.await(command.result().exceptionally(defect -> LATE), ended);
        Timers timers = machine.timers();
        machine.later(timers.print().plus(timers.page().multipliedBy(pages)), () -> ended.accept(LATE));
    }

    /** Somebody looked. */
    void seen(boolean yes) {
        Visit visit = machine.visit();
        steps.seen(visit, yes);
        if (!yes) {
            visit.problem = visit.expectsDocument() ? "problem.not-printed" : "problem.receipt-not-printed";
            visit.slip = visit.done.receipt();
            machine.fire(VisitEvent.NOT_SEEN);
            return;
        }
        if (visit.expectsDocument()) {
            visit.documentPrinted = true;
        } else {
            visit.receiptPrinted = true;
        }
        machine.fire(VisitEvent.SEEN);
    }
}
