namespace ApiGen.Generator.Model;

/// <summary>What a failure asks of the caller; the names are the runtime's.</summary>
internal enum FailureMeaning
{
    Done,
    Never,
    Auth,
    Wait,
    CoolDown,
    OutcomeUnknown,
    Fix,
    Clock,
}
