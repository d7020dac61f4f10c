package io.changbai.device.link.internal;

import java.lang.reflect.Field;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM's one connection to the PC/SC daemon.
 *
 * <p>The JDK keeps its context in a static field and never renews it: after a restart of the daemon every call fails for
 * the life of the JVM. {@link #renew} forgets that field, so that the next call makes a new context. This needs
 * {@code Add-Opens: java.smartcardio/sun.security.smartcardio} in the launcher.
 */
final class PcscContext {

    private static final Logger LOG = LoggerFactory.getLogger(PcscContext.class);
    private static final Object JDK_STATICS = new Object();

    static {
        // Asking again at 61xx and 6Cxx is ours: the JDK's own overwrites the last byte of data when a command with
        // data is
        // answered 6Cxx over T=0, and sends GET RESPONSE in a class that PBOC cards do not know. Read once, at its
        // first use.
        System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
        System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
    }

    private boolean complained;

    /**
     * The readers the daemon has now.
     *
     * @throws CardException the daemon does not answer
     */
    List<CardTerminal> readers() throws CardException {
        try {
            return list();
        } catch (CardException first) {
            renew();
            return list();
        }
    }

    private static List<CardTerminal> list() throws CardException {
        try {
            // Never getDefault(): with the daemon missing at the first touch it is of type "None" for the JVM's life.
            CardTerminals terminals = TerminalFactory.getInstance("PC/SC", null).terminals();
            return terminals.list();
        } catch (CardException e) {
            if (PcscFault.of(e) == PcscFault.NO_READERS) {
                return List.of();
            }
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CardException("the PC/SC daemon does not answer", e);
        }
    }

    private void renew() {
        synchronized (JDK_STATICS) {
            try {
                // not Class.forName: a bundle's class loader sees only imported packages, and this one nobody exports
                Class<?> terminals =
                        ClassLoader.getPlatformClassLoader().loadClass("sun.security.smartcardio.PCSCTerminals");
                Field context = terminals.getDeclaredField("contextId");
                context.setAccessible(true);
                context.setLong(null, 0);
                Field known = terminals.getDeclaredField("terminals");
                known.setAccessible(true);
                ((Map<?, ?>) known.get(null)).clear();
            } catch (ReflectiveOperationException | RuntimeException e) {
                complainOnce(e);
            }
        }
    }

    private void complainOnce(Exception e) {
        if (!complained) {
            complained = true;
            LOG.warn(
                    "cannot renew the PC/SC context, a restart of pcscd will need a restart of the terminal;"
                            + " start Java with --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                    e);
        }
    }
}
