package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCard;
import java.util.Arrays;

/** What the payload of a read answer holds: lengths, 256 bytes of text (UTF-16LE), 1024 bytes of photo. */
sealed interface TextBlock {

    int LENGTHS = 4;
    int TEXT = 256;
    int PHOTO = 1024;

    /** At the same place in all layouts. */
    Place FLAG = new Place(248, 2);

    record Card(IdCard card) implements TextBlock {}

    /** A document of a kind this driver does not know; its flag is all that is looked at. */
    record UnknownKind(char flag) implements TextBlock {}

    /** Bytes that no card can hold; {@code why} says nothing of the person. */
    record Broken(String why) implements TextBlock {}

    /** Never throws, whatever the bytes are. */
    static TextBlock decode(byte[] payload) {
        if (payload.length != LENGTHS + TEXT + PHOTO || lengthAt(payload, 0) != TEXT || lengthAt(payload, 2) != PHOTO) {
            return new Broken("lengths");
        }
        byte[] text = Arrays.copyOfRange(payload, LENGTHS, LENGTHS + TEXT);
        try {
            return decode(text, Arrays.copyOfRange(payload, LENGTHS + TEXT, payload.length));
        } catch (BrokenRecordException e) {
            return new Broken(e.getMessage());
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static TextBlock decode(byte[] text, byte[] photo) throws BrokenRecordException {
        char flag = FLAG.firstChar(text);
        return switch (flag) {
            case ' ', 0 -> new Card(ResidentLayout.decode(text, photo));
            case 'J' -> new Card(PermitLayout.decode(text, photo));
            case 'I' -> new Card(PermanentLayout2017.decode(text, photo));
            case 'Y' -> new Card(PermanentLayout2023.decode(text, photo));
            default -> new UnknownKind(flag);
        };
    }

    private static int lengthAt(byte[] payload, int offset) {
        return ((payload[offset] & 0xFF) << 8) | (payload[offset + 1] & 0xFF);
    }
}
