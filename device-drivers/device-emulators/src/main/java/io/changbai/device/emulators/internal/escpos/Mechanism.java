package io.changbai.device.emulators.internal.escpos;

/** The moving parts and the return channel, as the interpreter of commands needs them. */
interface Mechanism {

    /** Returns as soon as the printer can print; ends the job when it was dropped meanwhile. */
    void awaitReady() throws BufferCleared, InterruptedException;

    /** So many rows have just been printed or fed. */
    void moved(int rows);

    /** Cuts off {@code page}; when the blade sticks, waits until that is mended. */
    void cut(ReceiptPage page) throws BufferCleared, InterruptedException;

    void answer(byte[] bytes);

    /** The bytes that answer "everything before this has been printed". */
    void answerProcessId(byte[] bytes);

    /** What holds the paper after the cut. */
    Tray tray();

    StatusBytes status();

    void automaticStatus(int mask);
}
