namespace ApiGen.SignIn;

/// <summary>
/// A sign-in under way as one line of ASCII: two words of the protocol that are encoded and so hold no blank, and the
/// address the user was sent to.
/// </summary>
internal readonly record struct SignInState(string First, string Second, Uri AuthorizeAddress)
{
    private const char Separator = ' ';

    /// <summary>Reads what <see cref="ToString"/> wrote; a message about another text doesn't repeat it.</summary>
    public static SignInState Parse(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string[] parts = state.Split(Separator);
        bool isState = parts.Length == 3 && parts.All(part => part.Length > 0);
        return isState && Uri.TryCreate(parts[2], UriKind.Absolute, out Uri? address)
            ? new SignInState(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]), address)
            : throw new FormatException("The text isn't the state of a sign-in.");
    }

    public override string ToString() => string.Join(
        Separator, Uri.EscapeDataString(First), Uri.EscapeDataString(Second), AuthorizeAddress.AbsoluteUri);
}
