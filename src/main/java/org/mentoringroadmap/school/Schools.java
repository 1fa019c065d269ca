package org.mentoringroadmap.school;

import java.util.List;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The schools of this installation. */
@Service
@Transactional
public class Schools {
    private static final String ID = "[a-z0-9][a-z0-9-]{1,39}";

    private final SchoolRepository schools;
    private final Accounts accounts;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    Schools(
            SchoolRepository schools,
            Accounts accounts,
            CurrentUser user,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.schools = schools;
        this.accounts = accounts;
        this.user = user;
        this.events = events;
        this.trail = trail;
    }

    /**
     * Enters a school and its tenant. Publishes {@link SchoolCreated}.
     *
     * @throws UserInputException {@code school.id} when the id is no short Latin name
     * @throws ConflictException {@code school.exists}
     */
    public School create(String id, Requisites requisites) {
        if (id == null || !id.matches(ID)) {
            throw new UserInputException("school.id");
        }
        if (schools.existsById(id)) {
            throw new ConflictException("school.exists", id);
        }
        accounts.createSchool(id, requisites.shortName());
        School school = schools.saveAndFlush(new School(id, requisites));
        events.publishEvent(new SchoolCreated(id));
        trail.record(AuditEvent.of(AuditAct.SCHOOL_ADDED, id));
        return school;
    }

    /**
     * Changes what documents print from now on; documents that exist stay as they are. Publishes {@link
     * SensitiveDataDropped} where the school asks for some data no longer.
     */
    public void change(String id, Requisites requisites) {
        School school = visible(id);
        PaperSettings before = school.requisites().papers();
        school.change(requisites);
        trail.record(AuditEvent.of(AuditAct.SCHOOL_CHANGED, id));
        boolean health = before.healthData() && !requisites.papers().healthData();
        boolean hardship = before.hardshipData() && !requisites.papers().hardshipData();
        if (health || hardship) {
            events.publishEvent(new SensitiveDataDropped(id, health, hardship));
        }
    }

    /**
     * A school by its id, whoever asks; for the application itself.
     *
     * @throws NotFoundException {@code school.unknown}
     */
    @Unguarded
    @Transactional(readOnly = true)
    public School get(String id) {
        return schools.findById(id).orElseThrow(() -> new NotFoundException("school.unknown"));
    }

    /**
     * A school that the acting account sees.
     *
     * @throws NotFoundException {@code school.unknown}
     */
    @Transactional(readOnly = true)
    public School visible(String id) {
        if (!user.sees(id)) {
            throw new NotFoundException("school.unknown");
        }
        return get(id);
    }

    /** Schools that the acting account sees, by name. */
    @Transactional(readOnly = true)
    public List<School> visible() {
        return schools.findAllById(user.schoolIds()).stream()
                .sorted((a, b) -> a.requisites()
                        .shortName()
                        .compareToIgnoreCase(b.requisites().shortName()))
                .toList();
    }

    /** Ids of all schools, for the application itself. */
    @Transactional(readOnly = true)
    public List<String> ids() {
        return schools.findAll().stream().map(School::id).sorted().toList();
    }
}
