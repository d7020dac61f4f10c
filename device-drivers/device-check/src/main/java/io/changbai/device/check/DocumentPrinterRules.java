package io.changbai.device.check;

import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.contract.DocumentPrinterContract;
import io.changbai.device.contract.PrinterContract;

/** Run by the command, found by name. */
final class DocumentPrinterRules extends Rules<DocumentPrinter, PrinterContract.PaperHands>
        implements DocumentPrinterContract {}
