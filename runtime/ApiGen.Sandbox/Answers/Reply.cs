namespace ApiGen.Sandbox.Answers;

/// <summary>An answer, when it is given, and how much of it gets through.</summary>
internal sealed record Reply(Answer Answer, TimeSpan Delay = default, Delivery Delivery = Delivery.Whole);
