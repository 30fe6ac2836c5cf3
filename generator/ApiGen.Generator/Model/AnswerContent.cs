namespace ApiGen.Generator.Model;

/// <summary>What the body of a successful answer is; the names are the runtime's.</summary>
internal enum AnswerContent
{
    None,
    Text,
    Bytes,
}
