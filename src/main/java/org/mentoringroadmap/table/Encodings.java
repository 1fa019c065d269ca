package org.mentoringroadmap.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in which way the letters of a text are written: UTF-8, UTF-16, or one of the Russian ways of old programs. */
final class Encodings {
    /** Windows, Unix and mail, DOS; in the order in which schools have them. */
    private static final List<Charset> OLD =
            List.of(Charset.forName("windows-1251"), Charset.forName("KOI8-R"), Charset.forName("IBM866"));

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Words of a text as people write them: small, with a capital letter in front, or in capital letters. */
    private static final Pattern WELL_FORMED = Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+");

    /** Nine letters of ten of a Russian text are among these. */
    private static final String FREQUENT = "оеаинтсрвлкмдпуяызбг";

    private static final int LOOKED_AT = 20_000;

    private Encodings() {}

    static String decode(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        if (isWide(content, 1)) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        if (isWide(content, 0)) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return old(content);
        }
    }

    /**
     * Whether it is UTF-16 without the mark at the beginning: of each two bytes one says that the letter is Latin or
     * Cyrillic.
     *
     * @param high which of two bytes that would be
     */
    private static boolean isWide(byte[] content, int high) {
        int looked = Math.min(content.length, LOOKED_AT) / 2;
        int fitting = 0;
        int latin = 0;
        for (int i = 0; i < looked; i++) {
            int value = content[2 * i + high];
            latin += value == 0 ? 1 : 0;
            fitting += value == 0 || value == 4 || value == 0x20 ? 1 : 0;
        }
        return content.length % 2 == 0 && latin > 0 && fitting * 10 > looked * 9 && !isWideOther(content, high, looked);
    }

    /** A file of zeros, or of zeros at every place, is none. */
    private static boolean isWideOther(byte[] content, int high, int looked) {
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            zeros += content[2 * i + 1 - high] == 0 ? 1 : 0;
        }
        return zeros * 4 > looked;
    }

    private static String old(byte[] content) {
        Charset best = OLD.get(0);
        long most = Long.MIN_VALUE;
        for (Charset charset : OLD) {
            long likely = likely(new String(content, 0, Math.min(content.length, LOOKED_AT), charset));
            if (likely > most) {
                most = likely;
                best = charset;
            }
        }
        return new String(content, best);
    }

    /** How much a text looks like Russian. */
    private static long likely(String text) {
        long likely = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            likely += WELL_FORMED.matcher(word).matches() ? word.length() : -word.length();
            for (char letter : word.toLowerCase().toCharArray()) {
                likely += FREQUENT.indexOf(letter) >= 0 ? 1 : 0;
            }
        }
        for (char letter : text.toCharArray()) {
            likely -= letter > 0x7F && !Character.isLetter(letter) && "«»№–—“”„…\u00a0".indexOf(letter) < 0 ? 3 : 0;
        }
        return likely;
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
