package io.changbai.device.check;

import io.changbai.device.api.scanner.QrScanner;
import io.changbai.device.contract.QrScannerContract;

/** Run by the command, found by name. */
final class QrScannerRules extends Rules<QrScanner, QrScannerContract.CodeHands> implements QrScannerContract {}
