package org.mentoringroadmap.programmebank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SearchKey;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank as a file, for other schools and other installations. A card names no people, so the file does not either. */
@Service
@Transactional
public class CardExchange {
    /** What the first field of a file says. */
    static final String FORMAT = "mentoring-roadmap/programme-cards";

    private static final int VERSION = 1;
    private static final int MAX_COUNT = 500;
    private static final int MAX_SIZE = 2 * 1024 * 1024;

    /**
     * What became of a file.
     *
     * @param added cards that are new in the bank
     * @param present cards that the bank had already; they are left as they are
     */
    public record Result(int added, int present) implements Serializable {}

    /** A file. */
    record CardFile(String format, int version, List<CardText> cards) {}

    private final ProgrammeBank bank;
    private final ProgrammeCardRepository cards;
    private final CurrentUser user;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a later version may say more
            .build();

    CardExchange(ProgrammeBank bank, ProgrammeCardRepository cards, CurrentUser user) {
        this.bank = bank;
        this.cards = cards;
        this.user = user;
    }

    /** Every card that the acting account sees and that is not in the archive, as UTF-8 JSON. */
    @Transactional(readOnly = true)
    public byte[] export() {
        List<CardText> all = user.schoolIds().isEmpty()
                ? List.of()
                : cards.findBySchoolIdInOrderBySearchKeyAscIdAsc(user.schoolIds()).stream()
                        .filter(card -> !card.retired())
                        .map(card -> CardText.of(card.details()))
                        .toList();
        return written(all);
    }

    /** One card as a file of the same shape. */
    @Transactional(readOnly = true)
    public byte[] export(Long id) {
        return written(List.of(CardText.of(bank.visible(id).details())));
    }

    private byte[] written(List<CardText> all) {
        try {
            return json.writeValueAsBytes(new CardFile(FORMAT, VERSION, all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings cannot be unwritable", e);
        }
    }

    /**
     * Takes the cards of a file into the bank, all or none. A card whose title and form the bank has is left alone, so the
     * same file twice changes nothing.
     *
     * @param schoolId null where the account belongs to one school
     * @throws UserInputException {@code card.file} when it is no such file, {@code card.file-large}, {@code
     *     card.file-many}, {@code card.file-entry} naming the card that is refused and why
     * @throws ConflictException {@code card.exists} when somebody adds the same card at the same moment
     */
    public Result take(String schoolId, byte[] file) {
        String school = bank.schoolToWrite(schoolId);
        int added = 0;
        List<CardText> read = read(file);
        for (int i = 0; i < read.size(); i++) {
            CardDetails details = checked(read.get(i), i + 1);
            if (cards.findBySchoolIdAndFormAndSearchKey(school, details.form(), SearchKey.of(details.title()))
                    .isEmpty()) {
                bank.add(school, details);
                added++;
            }
        }
        return new Result(added, read.size() - added);
    }

    private List<CardText> read(byte[] file) {
        if (file.length > MAX_SIZE) {
            throw new UserInputException("card.file-large");
        }
        CardFile read;
        try {
            read = json.readValue(file, CardFile.class);
        } catch (IOException e) {
            throw new UserInputException("card.file");
        }
        if (read == null || !FORMAT.equals(read.format()) || read.version() != VERSION) {
            throw new UserInputException("card.file");
        }
        List<CardText> all = Optional.ofNullable(read.cards()).orElse(List.of());
        if (all.isEmpty() || all.stream().anyMatch(Objects::isNull)) {
            throw new UserInputException("card.file");
        }
        if (all.size() > MAX_COUNT) {
            throw new UserInputException("card.file-many", String.valueOf(MAX_COUNT));
        }
        return all;
    }

    private static CardDetails checked(CardText card, int number) {
        try {
            return card.details().checked();
        } catch (UserInputException refused) {
            throw new UserInputException(
                    "card.file-entry",
                    String.valueOf(number),
                    new org.springframework.context.support.DefaultMessageSourceResolvable(
                            new String[] {refused.code()}, refused.arguments()));
        }
    }
}
