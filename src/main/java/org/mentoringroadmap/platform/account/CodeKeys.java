package org.mentoringroadmap.platform.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.mentoringroadmap.platform.MentoringProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keys of the codes at sign-in as the database keeps them: encrypted (AES-256-GCM, bound to the login) by a key that is not
 * in the database. Whoever has a copy of the database alone makes no codes with it.
 */
@Component
class CodeKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CodeKeys.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    /** Of a key that an earlier version kept as it is: 20 bytes in Base32. An encrypted one is longer. */
    private static final int PLAIN_LETTERS = 32;

    private static final int START_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final String configured;
    private SecretKey key;

    CodeKeys(MentoringProperties installation, CodeProperties settings) {
        this.file = installation.home().resolve("keys").resolve("codes.key");
        this.configured = settings.key() == null ? "" : settings.key().strip();
    }

    /** A key as it is kept. */
    String seal(String login, byte[] codeKey) {
        byte[] start = new byte[START_BYTES];
        RANDOM.nextBytes(start);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, login, start).doFinal(codeKey);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(start.length + sealed.length)
                            .put(start)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of codes cannot be encrypted", e);
        }
    }

    /** The key of a login; empty, with a word in the log, where it was encrypted by another key than the present one. */
    Optional<byte[]> open(String login, String kept) {
        if (!isSealed(kept)) {
            return Optional.of(new Base32().decode(kept));
        }
        byte[] all = Base64.getDecoder().decode(kept);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, login, Arrays.copyOf(all, START_BYTES));
            return Optional.of(cipher.doFinal(all, START_BYTES, all.length - START_BYTES));
        } catch (AEADBadTagException e) {
            LOG.error(
                    "The key of the codes at sign-in of {} was encrypted by another key than that of {}: put the file back that"
                            + " belongs to this database, or switch the codes off",
                    login,
                    configured.isEmpty() ? file : "mentoring.codes.key");
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of codes cannot be decrypted", e);
        }
    }

    /** Whether it is encrypted. */
    static boolean isSealed(String kept) {
        return kept.length() > PLAIN_LETTERS;
    }

    private Cipher cipher(int mode, String login, byte[] start) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, start));
        cipher.updateAAD(login.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Read when the first code is asked for; an installation without codes has no such file. */
    private synchronized SecretKey key() {
        if (key == null) {
            byte[] bytes = Base64.getDecoder().decode(configured.isEmpty() ? fromFile() : configured);
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException("The key for the codes at sign-in has 32 bytes, written in Base64");
            }
            key = new SecretKeySpec(bytes, "AES");
        }
        return key;
    }

    private String fromFile() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key for the codes at sign-in cannot be read: " + file, e);
        }
    }

    /** Readable by its owner only, from the first moment on. */
    private void make() throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(file.getParent(), posix ? rights("rwx------") : new FileAttribute<?>[0]);
        FileAttribute<?>[] own = posix ? rights("rw-------") : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(file.getParent(), "codes", ".new", own);
        Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n");
        Files.move(fresh, file); // whole or not at all
    }

    private static FileAttribute<?>[] rights(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
