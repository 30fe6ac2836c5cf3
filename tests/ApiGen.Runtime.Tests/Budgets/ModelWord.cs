using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>What the server has said of a budget, as <see cref="ServerWord"/> describes it.</summary>
internal sealed class ModelWord
{
    private int _left;
    private bool _isExhausted;

    public TimeSpan Ends { get; private set; } = TimeSpan.MinValue;

    public int? LeftAt(TimeSpan now) => now < Ends ? Math.Max(0, _left) : null;

    public void Take(int slots, TimeSpan now)
    {
        if (now < Ends)
            _left -= slots;
    }

    public void GiveBack(int slots, TimeSpan now)
    {
        if (now < Ends && !_isExhausted)
            _left += slots;
    }

    public void Hear(ServerWord word, int underWay, TimeSpan now)
    {
        int left = word.Remaining - underWay;
        TimeSpan ends = now + word.For;
        bool stands = now < Ends;
        bool saysNothingIsLeft = word.Remaining == 0;
        if (stands && _isExhausted && !saysNothingIsLeft)
            return;
        if (stands && _isExhausted)
            Ends = ends > Ends ? ends : Ends;
        else if (stands && !saysNothingIsLeft && ends <= Ends)
            _left = Math.Min(_left, left);
        else
            (_left, Ends, _isExhausted) = (left, ends, saysNothingIsLeft);
    }
}
