namespace FollowUser;

/// <summary>The environment can't be used as it is.</summary>
internal sealed class SettingsException(string message) : Exception(message);
