"""Staff: registering, transferring and deactivating people; passwords."""
