/** Said where every action is a course. */
export function CoursesHint() {
  return (
    <p class="s ink2 mb3">
      Every action here is a course. What is learnt on one lasts better when it is tried at work soon after,
      or talked over with a colleague. Could one action be that?
    </p>
  )
}
