package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.SerializationUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * What a page hands to the next one, a new password among it. Sessions lie in the database, which is no place for such
 * things: there they are sealed, and only the browser has the key.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class SealedFlash extends AbstractFlashMapManager {
    private static final Logger LOG = LoggerFactory.getLogger(SealedFlash.class);
    private static final String ATTRIBUTE = "sealed";
    private static final String OPENED = SealedFlash.class.getName();
    private static final String COOKIE = "seal";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** What nobody has read, since no page was opened after it, is not carried along for ever: the latest few are. */
    private static final int MAX_UNREAD = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What was opened once for a request stays the same: what has been shown is found by it, and taken away. */
    @Override
    @SuppressWarnings("unchecked") // what is put there
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        List<FlashMap> opened = (List<FlashMap>) request.getAttribute(OPENED);
        if (opened == null) {
            opened = open(request);
            request.setAttribute(OPENED, opened);
        }
        return opened == null ? null : new ArrayList<>(opened);
    }

    @SuppressWarnings("unchecked") // what updateFlashMaps has sealed
    private static List<FlashMap> open(HttpServletRequest request) {
        byte[] key = key(request);
        // Without a key there is nothing to find, and a picture asks for no session.
        HttpSession session = key == null ? null : request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof byte[] sealed)) {
            return null;
        }
        try {
            byte[] open =
                    cipher(Cipher.DECRYPT_MODE, key, sealed).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return (List<FlashMap>) SerializationUtils.deserialize(open);
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debug("A page gets nothing from the one before it", e);
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        List<FlashMap> kept = flashMaps.subList(Math.max(0, flashMaps.size() - MAX_UNREAD), flashMaps.size());
        request.setAttribute(OPENED, List.copyOf(kept));
        if (kept.isEmpty()) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ATTRIBUTE);
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie("", request).maxAge(0).build().toString());
            return;
        }
        byte[] key = key(request);
        if (key == null) {
            key = random(KEY_BYTES);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(value, request).build().toString());
        }
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] open = SerializationUtils.serialize(new ArrayList<>(kept));
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(open);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
            System.arraycopy(secret, 0, sealed, NONCE_BYTES, secret.length);
            request.getSession().setAttribute(ATTRIBUTE, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JVM", e);
        }
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return WebUtils.getSessionMutex(request.getSession());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    /** A cipher whose nonce stands at the beginning of the given bytes. */
    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            byte[] key = Base64.getUrlDecoder().decode(cookie.getValue());
            return key.length == KEY_BYTES ? key : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
