namespace ApiGen.Budgets;

/// <summary>When calls could be made, if they are made as soon as the budgets allow.</summary>
/// <remarks>
/// It is a forecast: calls are taken to be answered at once, nobody else calls meanwhile, and the server counts as the
/// spec says. Nothing is reserved.
/// </remarks>
/// <param name="Calls">The number of calls.</param>
/// <param name="FirstForUser">When this user could make the first of them.</param>
/// <param name="LastForUser">When this user could make the last of them, alone.</param>
/// <param name="LastForAll">
/// When the last of them could be made if all users of the app share them out, so that only what is counted for the
/// whole app holds them back.
/// </param>
public sealed record BudgetPlan(
    int Calls, DateTimeOffset FirstForUser, DateTimeOffset LastForUser, DateTimeOffset LastForAll);
