package org.mentoringroadmap.partner;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.SearchKey;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisations of a school, and which of them a programme works with and thanks. An organisation is entered once for
 * all years. Curator and deputy write; director and secretary read too.
 */
@Service
@Transactional
public class Partners implements PageAccess {
    private static final Role[] READERS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY};

    /** How many a list shows at once. */
    public static final int PAGE = 20;

    private static final int EXPORTED_AT_MOST = 5000;

    private final PartnerRepository partners;
    private final ProgrammePartnerRepository joined;
    private final Programmes programmes;
    private final ProgrammeLock lock;
    private final CurrentUser user;
    private final Clock clock;

    Partners(
            PartnerRepository partners,
            ProgrammePartnerRepository joined,
            Programmes programmes,
            ProgrammeLock lock,
            CurrentUser user,
            Clock clock) {
        this.partners = partners;
        this.joined = joined;
        this.programmes = programmes;
        this.lock = lock;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Which organisations a list shows.
     *
     * @param text part of a name; empty for all
     * @param kind null for every kind
     * @param everybody whether the school's other organisations are shown too, not only those of the programme
     */
    public record Filter(String text, PartnerKind kind, boolean everybody) {}

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/programmes/{id}/partners", () -> Arrays.stream(READERS).anyMatch(user::has));
    }

    /** Whether the acting account may change organisations at all. */
    public boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /**
     * A programme whose partners the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Programme toRead(Long programmeId) {
        user.require(READERS);
        return programmes.visible(programmeId);
    }

    /**
     * A programme whose partners the acting account may enter.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code partner.programme-completed}
     */
    @Transactional(readOnly = true)
    public Programme toEnter(Long programmeId) {
        user.require(Role.CURATOR, Role.DEPUTY);
        Programme programme = programmes.visible(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("partner.programme-completed");
        }
        return programme;
    }

    /**
     * One page of organisations in the order of their names.
     *
     * @param page number of the page, from 0
     */
    @Transactional(readOnly = true)
    public Page<Partner> find(Long programmeId, Filter filter, int page) {
        return search(programmeId, filter, PageRequest.of(Math.max(page, 0), PAGE));
    }

    /** All that the filter shows, for a file. */
    @Transactional(readOnly = true)
    public List<Partner> all(Long programmeId, Filter filter) {
        return search(programmeId, filter, PageRequest.of(0, EXPORTED_AT_MOST)).getContent();
    }

    private Page<Partner> search(Long programmeId, Filter filter, PageRequest page) {
        Programme programme = toRead(programmeId);
        return partners.search(
                programme.schoolId(),
                programmeId,
                SearchKey.of(filter.text()),
                filter.kind(),
                filter.everybody(),
                page);
    }

    /** Of the organisations that the programme works with, whether it thanks them, by their keys. */
    @Transactional(readOnly = true)
    public Map<Long, Boolean> joined(Long programmeId) {
        return joined.ofProgramme(toRead(programmeId).id()).stream()
                .collect(Collectors.toMap(ProgrammePartner::partnerId, ProgrammePartner::thanked));
    }

    /** The organisations that a programme thanks, in the order of their names; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<Partner> thanked(Long programmeId) {
        return partners.thanked(programmeId);
    }

    /** An organisation of a school; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Optional<Partner> find(String schoolId, Long id) {
        return partners.findById(id).filter(partner -> partner.schoolId().equals(schoolId));
    }

    /**
     * An organisation of the programme's school.
     *
     * @throws NotFoundException {@code partner.unknown}, {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public Partner visible(Long programmeId, Long id) {
        return find(toRead(programmeId).schoolId(), id).orElseThrow(() -> new NotFoundException("partner.unknown"));
    }

    /**
     * Enters an organisation, and lets the programme work with it.
     *
     * @throws UserInputException what {@link PartnerDetails} refuses
     * @throws ConflictException {@code partner.exists} when the school has one of this name; {@code
     *     partner.programme-completed}
     */
    public Partner add(Long programmeId, PartnerDetails details, boolean thanked) {
        Programme programme = toWrite(programmeId);
        Partner partner = new Partner(programme.schoolId());
        partner.describe(unique(programme.schoolId(), details, null));
        save(partner);
        join(programmeId, partner.id(), true, thanked);
        return partner;
    }

    /**
     * Changes what is entered.
     *
     * @param version version that the editor saw
     * @param joins whether the programme works with it
     * @param thanked whether the programme thanks it; only with {@code joins}
     * @throws ConflictException {@code partner.changed-meanwhile}; as {@link #add}
     */
    public void change(Long programmeId, Long id, int version, PartnerDetails details, boolean joins, boolean thanked) {
        toWrite(programmeId);
        Partner partner = visible(programmeId, id);
        if (partner.version() != version) {
            throw new ConflictException("partner.changed-meanwhile");
        }
        partner.describe(unique(partner.schoolId(), details, id));
        save(partner);
        join(programmeId, id, joins, thanked);
    }

    /** Says whether a programme works with an organisation and thanks it. */
    public void join(Long programmeId, Long id, boolean joins, boolean thanked) {
        toWrite(programmeId);
        visible(programmeId, id);
        ProgrammePartner.Key key = new ProgrammePartner.Key(programmeId, id);
        if (!joins) {
            joined.findById(key).ifPresent(joined::delete);
            return;
        }
        ProgrammePartner row = joined.findById(key).orElseGet(() -> new ProgrammePartner(programmeId, id));
        row.thank(thanked);
        joined.save(row);
    }

    /** Takes an organisation from the school's list; letters that were written to it stay. */
    public void remove(Long programmeId, Long id) {
        toWrite(programmeId);
        partners.delete(visible(programmeId, id));
    }

    private Programme toWrite(Long programmeId) {
        user.require(Role.CURATOR, Role.DEPUTY);
        Programme programme = programmes.visible(programmeId);
        lock.acquire(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("partner.programme-completed");
        }
        return programme;
    }

    private PartnerDetails unique(String schoolId, PartnerDetails details, Long id) {
        PartnerDetails checked = details.checked();
        if (partners.existsOther(schoolId, SearchKey.of(checked.name()), id)) {
            throw new ConflictException("partner.exists");
        }
        return checked;
    }

    private void save(Partner partner) {
        partner.changed(user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        try {
            partners.saveAndFlush(partner);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("partner.exists");
        }
    }
}
