/**
 * Keeps an installation at work where nobody looks after it: watches the database and the disk, keeps the file of H2
 * small, lets nodes start one after the other, and tells an administrator how things stand.
 */
package org.mentoringroadmap.platform.operation;
