package io.changbai.device.check;

import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.contract.ReceiptPrinterContract;

/** Run by the command, found by name. */
final class ReceiptPrinterRules extends Rules<ReceiptPrinter, ReceiptPrinterContract.ReceiptHands>
        implements ReceiptPrinterContract {}
