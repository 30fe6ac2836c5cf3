namespace ApiGen.Sandbox.Verification;

/// <summary>Why a request isn't taken for what it says it is.</summary>
/// <param name="Topic">What is wrong, in the word that the names of declared failures use: token, timestamp…</param>
/// <param name="Message">What is wrong, for the developer who signed it.</param>
/// <param name="IsMalformed">Whether the request can't be read at all, as against read and not believed.</param>
/// <param name="IsForbidden">Whether it is believed, and still not allowed.</param>
internal sealed record VerificationProblem(
    string Topic, string Message, bool IsMalformed = false, bool IsForbidden = false);
