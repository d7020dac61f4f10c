package io.changbai.device.api.card;

import java.util.concurrent.CompletionStage;

/**
 * The way to the hardware security module of a province's key platform, in the two steps of the ministry's standard driver
 * ({@code iReadCardBas_HSM_Step1} and {@code _Step2}). Each province reaches it differently, so this is a service to be
 * contributed.
 */
public interface KeyPlatform {

    /**
     * @param stepOne {@code region|ATR|algorithm|card id|inFactor|inRandom|exFactor|exRandom|terminal number|}, bytes in
     *     hexadecimal
     * @return what step two takes: at least 64 hexadecimal digits, the first 16 the cipher of the internal authentication,
     *     the last 32 the body of EXTERNAL AUTHENTICATE (cipher and processing factor)
     */
    CompletionStage<String> ciphers(String stepOne);
}
