using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Limits;

/// <summary>What headers say of a limit after a call.</summary>
/// <param name="Headers">Their names.</param>
/// <param name="Limit">The slots that a window holds.</param>
/// <param name="Remaining">The slots that are left.</param>
/// <param name="Reset">When more than that are left.</param>
internal sealed record LimitReport(LimitHeaders Headers, int Limit, int Remaining, DateTimeOffset Reset);
