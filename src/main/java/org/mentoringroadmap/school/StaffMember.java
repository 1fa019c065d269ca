package org.mentoringroadmap.school;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.person.ShortNames;

/** Somebody who works at the school, with the roles that he or she holds in the programme. */
@Entity
@Table(name = "staff_member")
public class StaffMember {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String fullName;

    private String post;
    private String account;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT) // one query for all that a list has read
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_member_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "staff_own_role", joinColumns = @JoinColumn(name = "staff_member_id"))
    @Column(name = "role_id", nullable = false)
    private Set<String> ownRoles = new HashSet<>();

    protected StaffMember() {}

    StaffMember(String schoolId, String fullName, String post, Set<Role> roles) {
        this.schoolId = schoolId;
        change(fullName, post, roles);
    }

    void change(String newFullName, String newPost, Set<Role> newRoles) {
        fullName = newFullName;
        post = newPost;
        roles.clear();
        roles.addAll(newRoles);
    }

    void ownRoles(Set<String> newOwnRoles) {
        ownRoles.retainAll(newOwnRoles);
        ownRoles.addAll(newOwnRoles);
    }

    void account(String newAccount) {
        account = newAccount;
    }

    /** Ids of all roles, in the order of the roles, those of one's own last. */
    public Set<String> heldRoles() {
        return Stream.concat(
                        roles.stream().sorted().map(Role::id), ownRoles.stream().sorted())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** School that the person works at. */
    public String schoolId() {
        return schoolId;
    }

    /** Family name, given name, patronymic. */
    public String fullName() {
        return fullName;
    }

    /** Family name and initials, as documents print them. */
    public String shortName() {
        return PersonName.of(fullName).initials();
    }

    /** Short names of members who are shown together, by their ids: no two are alike. */
    public static Map<Long, String> shortNames(Collection<StaffMember> members) {
        return ShortNames.of(members.stream()
                .map(member -> new ShortNames.Named<>(member.id, PersonName.of(member.fullName), member.post(), null))
                .toList());
    }

    /** Post, as documents print it; may be empty. */
    public String post() {
        return post == null ? "" : post;
    }

    /** Login; empty where the person has no account. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** Roles of the application that are held; may be empty. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Ids of the roles held that an administrator has added, see {@link OwnRole}; may be empty. */
    public Set<String> ownRoles() {
        return Set.copyOf(ownRoles);
    }
}
