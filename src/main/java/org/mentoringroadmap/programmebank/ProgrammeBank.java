package org.mentoringroadmap.programmebank;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SearchKey;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank of programmes: a school writes a card once and uses it in later years; pairs and groups say by which card they
 * work. Everybody of the school reads, curator and deputy write. A card names no people.
 */
@Service
@Transactional
public class ProgrammeBank {
    /** How many cards a list shows at once. */
    public static final int PAGE = 20;

    private final ProgrammeCardRepository cards;
    private final CurrentUser user;
    private final Clock clock;

    ProgrammeBank(ProgrammeCardRepository cards, CurrentUser user, Clock clock) {
        this.cards = cards;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the acting account may change the bank. */
    public boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /**
     * One page of the cards of the acting account's schools, in the order of their titles.
     *
     * @param text part of a title; empty for all
     * @param form null for every form
     * @param retired whether the archive is shown
     * @param page number of the page, from 0
     */
    @Transactional(readOnly = true)
    public Page<ProgrammeCard> find(String text, MentoringForm form, boolean retired, int page) {
        List<String> seen = new ArrayList<>(user.schoolIds());
        seen.add(""); // an empty list is no SQL
        return cards.search(seen, SearchKey.of(text), form, retired, PageRequest.of(Math.max(page, 0), PAGE));
    }

    /**
     * A card of a school that the acting account sees.
     *
     * @throws NotFoundException {@code card.unknown}
     */
    @Transactional(readOnly = true)
    public ProgrammeCard visible(Long id) {
        return cards.findById(id)
                .filter(card -> user.sees(card.schoolId()))
                .orElseThrow(() -> new NotFoundException("card.unknown"));
    }

    /** The cards of a school that can be chosen, in the order of their titles; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<ProgrammeCard> offered(String schoolId) {
        return cards.findBySchoolIdAndRetiredFalseOrderBySearchKeyAscIdAsc(schoolId);
    }

    /** A card of a school; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Optional<ProgrammeCard> find(String schoolId, Long id) {
        return cards.findById(id).filter(card -> card.schoolId().equals(schoolId));
    }

    /**
     * Writes a new card.
     *
     * @param schoolId null where the account belongs to one school
     * @throws UserInputException what {@link CardDetails} refuses; {@code card.school} when the school is not clear
     * @throws ConflictException {@code card.exists} when the school has one of this title and form
     * @throws ForbiddenException {@code role.required}
     */
    public ProgrammeCard add(String schoolId, CardDetails details) {
        String school = schoolToWrite(schoolId);
        return save(new ProgrammeCard(school, unique(school, details, null)));
    }

    /**
     * Changes a card; pairs that work by it see the change.
     *
     * @param version version that the editor saw
     * @throws ConflictException {@code card.changed-meanwhile}; {@code card.exists}
     */
    public ProgrammeCard change(Long id, int version, CardDetails details) {
        ProgrammeCard card = toWrite(id);
        if (card.version() != version) {
            throw new ConflictException("card.changed-meanwhile");
        }
        card.describe(unique(card.schoolId(), details, id));
        return save(card);
    }

    /** Lays a card into the archive, or takes it out: pairs keep it, new ones do not choose it. */
    public void retire(Long id, boolean away) {
        ProgrammeCard card = toWrite(id);
        card.retire(away);
        save(card);
    }

    /** The school in which the acting account writes. */
    String schoolToWrite(String schoolId) {
        user.require(Role.CURATOR, Role.DEPUTY);
        List<String> possible = user.schoolIds();
        if (schoolId != null && possible.contains(schoolId)) {
            return schoolId;
        }
        if (schoolId != null || possible.size() != 1) {
            throw new UserInputException("card.school");
        }
        return possible.get(0);
    }

    private ProgrammeCard toWrite(Long id) {
        user.require(Role.CURATOR, Role.DEPUTY);
        return visible(id);
    }

    private CardDetails unique(String schoolId, CardDetails details, Long id) {
        CardDetails checked = details.checked();
        if (cards.existsOther(schoolId, checked.form(), SearchKey.of(checked.title()), id)) {
            throw new ConflictException("card.exists", checked.title());
        }
        return checked;
    }

    private ProgrammeCard save(ProgrammeCard card) {
        card.changed(user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        try {
            return cards.saveAndFlush(card);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("card.exists", card.title());
        }
    }
}
