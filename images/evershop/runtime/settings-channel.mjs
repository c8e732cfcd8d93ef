/** Channel on which the initialisation announces changed settings, which the web server keeps in memory. */
export const settingsChanged = 'settings_changed';
