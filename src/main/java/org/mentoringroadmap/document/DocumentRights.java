package org.mentoringroadmap.document;

import java.util.Set;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;

/**
 * What an account may read of the documents of its schools; queries ask with it.
 *
 * @param kept classes of which it reads every document
 * @param inForce classes of which it reads every document that is in force
 * @param answering roles of it that read every document of their activities
 * @param answeringNameless roles of it that read the documents of their activities that name no child
 * @param nameless classes whose documents name no child
 */
public record DocumentRights(
        Set<DataClass> kept,
        Set<DataClass> inForce,
        Set<Role> answering,
        Set<Role> answeringNameless,
        Set<DataClass> nameless) {}
