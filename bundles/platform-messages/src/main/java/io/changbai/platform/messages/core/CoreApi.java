package io.changbai.platform.messages.core;

/** The resources of the core platform a terminal may ask, by method and resource of the topic. */
public final class CoreApi {

    public static final String APP_ID = "CORE-V1";

    /** EXEC, {@link FindPerson} to {@link PersonFound}; 404 when nobody is known by that claim. */
    public static final String FIND_PERSON = "person/find";

    /** EXEC, {@link VerifyFace} to {@link FaceVerdict}. */
    public static final String VERIFY_FACE = "face/verify";

    /** EXEC, {@link IssueCertificate} to {@link CertificateIssued}; same key, same certificate. */
    public static final String ISSUE_CERTIFICATE = "certificate/issue";

    /** EXEC, {@link CertifyPension} to {@link PensionCertified}; same key, same answer. */
    public static final String CERTIFY_PENSION = "pension/certify";

    /** GET, {@link OutcomeQuery} to {@link Outcome}: what became of an idempotency key. */
    public static final String OUTCOME = "outcome";

    /** GET, {@link VerifyDocument} to {@link DocumentVerdict}: whether a number on paper is genuine. */
    public static final String VERIFY_DOCUMENT = "document/verify";

    private CoreApi() {}
}
