package io.changbai.device.emulators.internal.chip;

/** What T=0 holds back until GET RESPONSE (00 C0 00 00 Le) fetches it. */
public final class Waiting {
    private byte[] data = {};

    /** Offers {@code bytes}: 61 and their length, or at once when the command already had a Le. */
    public byte[] offer(byte[] bytes, Command command) {
        if (command.expected() != Command.NOTHING) {
            return Answer.data(bytes, Answer.OK);
        }
        data = bytes;
        return Answer.status(0x6100 | bytes.length);
    }

    public byte[] fetch(Command command) {
        return data.length == 0
                ? Answer.status(Answer.WRONG_LENGTH)
                : Answer.exactly(data, command.expected(), Answer.OK);
    }

    public void forget() {
        data = new byte[0];
    }
}
