namespace ApiGen.Sandbox.Answers;

/// <summary>How much of an answer gets through.</summary>
internal enum Delivery
{
    Whole,
    HangUp,
    Reset,
    HangUpMidway,
    Never,
}
