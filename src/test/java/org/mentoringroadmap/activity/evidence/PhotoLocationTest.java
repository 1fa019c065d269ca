package org.mentoringroadmap.activity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoLocationTest {
    private static final String LATITUDE = "\u0000\u0000\u0000\u0037PLACE-OF-THE-PHOTO-----";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void removesThePlaceAndKeepsThePicture(boolean littleEndian) throws IOException {
        byte[] photo = photo(exif(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
        assertThat(text(photo)).contains("PLACE-OF-THE-PHOTO");

        byte[] cleaned = PhotoLocation.removed(photo);

        assertThat(text(cleaned)).doesNotContain("PLACE-OF-THE-PHOTO");
        assertThat(cleaned).hasSameSizeAs(photo);
        assertThat(ImageIO.read(new ByteArrayInputStream(cleaned)).getWidth()).isEqualTo(4);
    }

    @Test
    void removesThePlaceFromXmp() throws IOException {
        byte[] photo = photo(
                ("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='55,45N'/>").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(text(PhotoLocation.removed(photo))).doesNotContain("GPSLatitude", "55,45N");
    }

    @Test
    void leavesBrokenBlocksAsTheyAre() throws IOException {
        byte[] block = exif(ByteOrder.LITTLE_ENDIAN);
        for (int length = 6; length < block.length; length++) {
            byte[] photo = photo(Arrays.copyOf(block, length));
            assertThat(PhotoLocation.removed(photo)).hasSameSizeAs(photo);
        }
        assertThat(PhotoLocation.removed(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}))
                .hasSize(3);
    }

    /** Exif with one directory that points to a GPS directory with one latitude. */
    private static byte[] exif(ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 18 + 18 + 24);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.order(order);
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        exif.putShort((short) 1)
                .putShort((short) 2)
                .putShort((short) 5)
                .putInt(3)
                .putInt(44)
                .putInt(0);
        exif.put(LATITUDE.getBytes(StandardCharsets.ISO_8859_1), 0, 24);
        return exif.array();
    }

    private static byte[] photo(byte[] block) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        byte[] plain = picture.toByteArray();
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.write(0xff);
        photo.write(0xe1);
        photo.write((block.length + 2) >> 8);
        photo.write((block.length + 2) & 0xff);
        photo.write(block);
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
